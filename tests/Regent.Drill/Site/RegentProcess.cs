using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Regent.Drill.Inside;
using Regent.Drill.Orders;

namespace Regent.Drill.Site;

/// <summary>Regent in a process of its own, which is killed without warning and started again. What it did not answer is not known.</summary>
internal sealed class RegentProcess(string data, string? connection, DrillTime time) : IAsyncDisposable
{
    /// <summary>Why an order was refused that came while it was dead.</summary>
    public const string NotAsked = "It was dead.";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<int, TaskCompletionSource<Reply?>> waiting = new();
    private readonly ConcurrentQueue<string> complaints = new();
    private readonly Lock gate = new();
    private Process? process;
    private bool isDead = true;
    private TaskCompletionSource ready = new();
    private int number;

    /// <summary>What it wrote as warnings and errors.</summary>
    public IReadOnlyCollection<string> Complaints => complaints;

    /// <summary>Whether it has started and was not killed since.</summary>
    public bool IsWorking
    {
        get
        {
            lock (gate)
            {
                return !isDead && ready.Task.IsCompleted;
            }
        }
    }

    public int NextNumber() => Interlocked.Increment(ref number);

    /// <summary>Starts it, and waits until it works.</summary>
    public async Task StartAsync()
    {
        var began = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            // A leap is either in what it starts with, or comes after it as an order.
            ready = began;
            process = Process.Start(Program())!;
            isDead = false;
        }

        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Complain(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (await Task.WhenAny(began.Task, process.WaitForExitAsync(), Task.Delay(Patience)) != began.Task)
        {
            throw new InvalidOperationException($"Regent did not start: {string.Join('\n', complaints)}");
        }
    }

    /// <summary>Ends it at once, as a power cut would.</summary>
    public async Task KillAsync()
    {
        if (process is not { } running)
        {
            return;
        }

        lock (gate)
        {
            running.Kill();
            isDead = true;
        }

        await running.WaitForExitAsync();
        running.Dispose();
        foreach (var order in waiting.Keys)
        {
            if (waiting.TryRemove(order, out var answer))
            {
                answer.TrySetResult(null);
            }
        }
    }

    /// <summary>Its answer; null when it was killed before it gave one.</summary>
    public async Task<Reply?> AskAsync(Order order)
    {
        var answer = new TaskCompletionSource<Reply?>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            if (isDead)
            {
                return Reply.Refused(order.Number, NotAsked);
            }

            waiting[order.Number] = answer;
            try
            {
                process!.StandardInput.WriteLine(JsonSerializer.Serialize(order));
                process.StandardInput.Flush();
            }
            catch (IOException)
            {
                // It died by itself; the kill that follows answers.
            }
        }

        return await answer.Task;
    }

    /// <summary>Has its clock leap; one that is dead starts with the new time.</summary>
    public Task LeapAsync(TimeSpan ahead) => AskAsync(new Order(NextNumber(), Act.Leap, default, default, 0, default, ahead.Ticks));

    public async ValueTask DisposeAsync() => await KillAsync();

    // Every project's output lies beside the others', in a folder named for the configuration; this one's starts fastest.
    private static string Assembly
    {
        get
        {
            var own = new DirectoryInfo(AppContext.BaseDirectory);
            return Path.Combine(own.Parent!.Parent!.FullName, "Regent.Drill", own.Name, "Regent.Drill.dll");
        }
    }

    private ProcessStartInfo Program()
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] arguments = [Assembly, "regent", data, time.Ahead.Ticks.ToString(CultureInfo.InvariantCulture)];
        foreach (var argument in connection is null ? arguments : [.. arguments, connection])
        {
            start.ArgumentList.Add(argument);
        }

        // It lives for moments; measuring its code for later would never pay.
        start.Environment["DOTNET_TieredPGO"] = "0";
        return start;
    }

    private void Hear(string? line)
    {
        if (line == DrilledRegent.Ready)
        {
            ready.TrySetResult();
        }
        else if (line is not null && JsonSerializer.Deserialize<Reply>(line) is { } reply && waiting.TryRemove(reply.Number, out var answer))
        {
            answer.TrySetResult(reply);
        }
    }

    private void Complain(string? line)
    {
        if (!string.IsNullOrWhiteSpace(line))
        {
            complaints.Enqueue(line);
        }
    }
}
