using System.Diagnostics;

namespace DtcPortal.Web.Hosting;

/// <summary>Runs one of the program's own commands in a process beside, for work that is done once and whose memory and compiled code nothing needs afterwards.</summary>
internal static class OwnProcess
{
    // read from variables only: what runs once is over before the runtime would count what to compile anew, so it counts from the start;
    // and it runs no input, so its code is not mapped twice to keep it from being written to
    private static readonly string[] Quicker = ["DOTNET_TC_CallCountingDelayMs", "DOTNET_EnableWriteXorExecute"];

    /// <summary>Starts the program again with these arguments and waits for its end. Returns whether it did what it was asked; a failure is told by the process itself.</summary>
    public static async Task<bool> RunAsync(IReadOnlyList<string> arguments)
    {
        var program = Environment.ProcessPath!;
        var isHost = Path.GetFileNameWithoutExtension(program) == "dotnet";
        var start = new ProcessStartInfo(program, isHost ? [Environment.GetCommandLineArgs()[0], .. arguments] : arguments) { RedirectStandardInput = true };
        foreach (var setting in Quicker)
        {
            start.Environment.TryAdd(setting, "0");
        }

        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        return process.ExitCode == 0;
    }

    /// <summary>Ends this process when the one that started it ends, killed or not: its end of the standard input closes then.</summary>
    public static void EndWithStarter() => new Thread(() =>
    {
        using var input = Console.OpenStandardInput();
        while (input.ReadByte() >= 0)
        {
        }

        Process.GetCurrentProcess().Kill();
    }) { IsBackground = true }.Start();
}
