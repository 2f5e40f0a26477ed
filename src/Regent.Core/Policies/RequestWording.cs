namespace Regent.Core.Policies;

/// <summary>How a program put an ask: what it calls the request, and what it reads again as it spelt it.</summary>
public sealed record RequestWording
{
    /// <summary>What it calls the request, which becomes the request's id; null leaves that to the server. A name is used once.</summary>
    public Guid? Name { get; init; }

    /// <summary>The wished start.</summary>
    public string? Start { get; init; }

    /// <summary>The wished end.</summary>
    public string? End { get; init; }

    /// <summary>How long it shall last.</summary>
    public string? Duration { get; init; }

    /// <summary>The schedule it is about.</summary>
    public string? Target { get; init; }

    /// <summary>The eligibility it activates.</summary>
    public string? Eligibility { get; init; }

    /// <summary>Whatever the program wants to find again.</summary>
    public string? CustomData { get; init; }

    /// <summary>The condition of a resource role; stored and shown, never evaluated.</summary>
    public string? Condition { get; init; }

    /// <summary>The version of the language that the condition is written in.</summary>
    public string? ConditionVersion { get; init; }

    /// <summary>What of it is kept with the request, whose id has the name; null when nothing is.</summary>
    public RequestWording? Keep() => this with { Name = null } is var kept && kept != new RequestWording() ? kept : null;

    /// <summary>Why it cannot be kept; null when it can.</summary>
    public Refusal? Check() => (Named() ?? FreeText.ProblemWith(Start, "start") ?? FreeText.ProblemWith(End, "end")
        ?? FreeText.ProblemWith(Duration, "duration") ?? FreeText.ProblemWith(Target, "id of the schedule")
        ?? FreeText.ProblemWith(Eligibility, "id of the eligibility") ?? FreeText.ProblemWith(CustomData, "custom data")
        ?? FreeText.ProblemWith(Condition, "condition") ?? FreeText.ProblemWith(ConditionVersion, "version of the condition")) is { } problem
            ? new Refusal(RefusalCode.InvalidRoleAssignmentRequest, problem)
            : null;

    private string? Named() => Name == Guid.Empty ? "A request cannot be named by the empty id." : null;
}
