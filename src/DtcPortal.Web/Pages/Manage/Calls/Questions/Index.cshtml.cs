using System.ComponentModel.DataAnnotations;
using DtcPortal.Application.Calls;
using DtcPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DtcPortal.Web.Pages.Manage.Calls.Questions;

/// <summary>Answers public questions on a call.</summary>
[Authorize(Policy = nameof(Policies.Managers))]
public sealed class IndexModel(AnswerService answers, CallPartQueries queries) : CallPage
{
    [BindProperty]
    public AnswerInput Input { get; set; } = new();

    public IReadOnlyList<CallQuestionRow> Questions { get; private set; } = [];

    /// <summary>What is wrong with the answer.</summary>
    public string? Problem => ModelState["Input.Answer"]?.Errors.FirstOrDefault()?.ErrorMessage;

    public Task OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => AttemptAsync(
        async () =>
        {
            await answers.AnswerAsync(new AnswerQuestion { Actor = Actor, Slug = Slug, QuestionId = Input.QuestionId, Answer = Input.Answer }, Cancel);
            Notice(T["The answer is public."]);
            return Redirect(Request.Path);
        },
        async () =>
        {
            await LoadAsync();
            return Page();
        });

    private async Task LoadAsync() => (Call, Questions) = await queries.QuestionsAsync(Slug, Cancel);

    /// <summary>An answer as it is typed.</summary>
    public sealed class AnswerInput
    {
        public Guid QuestionId { get; set; }

        [Required(ErrorMessage = "Write an answer."), StringLength(2000)]
        public string? Answer { get; set; }
    }
}
