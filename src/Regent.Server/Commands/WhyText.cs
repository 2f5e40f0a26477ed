using Regent.Core;
using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Operations.Requests;

namespace Regent.Server.Commands;

/// <summary>What an activation would meet, for people and for programs.</summary>
internal static class WhyText
{
    private const int RuleWidth = 42;

    private static readonly string Indent = new(' ', 10);

    public static async Task WriteAsync(TextWriter output, ActivationExplanation why)
    {
        var preview = why.Preview;
        await output.WriteLineAsync($"{TerminalText.Plain(why.Person.DisplayName)} · {TerminalText.Plain(preview.Role.DisplayName)} · {why.Ask.Scope}");
        await output.WriteLineAsync(Sum(why));
        await output.WriteLineAsync();
        foreach (var result in preview.Verdict.Trace)
        {
            await WriteAsync(output, result);
        }

        await output.WriteLineAsync();
        await output.WriteLineAsync($"Would use      {Eligibility(preview.Eligibility)}");
        await output.WriteLineAsync($"Would be asked {Asked(why)}");
        foreach (var held in why.Held)
        {
            await output.WriteLineAsync($"Holds it now   {Held(held, why)}");
        }
    }

    public static object Json(ActivationExplanation why) => new
    {
        Principal = new { Id = why.Person.Id.Value, why.Person.DisplayName },
        Role = new { Id = why.Preview.Role.Id.Value, why.Preview.Role.DisplayName },
        Scope = why.Ask.Scope.Value,
        Verdict = why.Obstacles.Count > 0 ? "refused" : why.Preview.Policy.Activation.RequiresApproval ? "needsApproval" : "allowed",
        Rules = why.Preview.Verdict.Trace.Select(Answers.Json),
        Eligibility = why.Preview.Eligibility is { } used ? new { Id = used.Id.Value, Scope = used.Scope.Value, EndDateTime = used.Effective.End } : null,
        Approvers = why.Preview.Approvers.Select(person => new { Id = person.Id.Value, person.DisplayName }),
        Held = why.Held.Select(held => new
        {
            Id = held.Schedule.Id.Value,
            AssignmentType = held.Schedule.Type.ToString(),
            Holder = held.Holder.DisplayName,
            Scope = held.Schedule.Scope.Value,
            StartDateTime = held.Schedule.Effective.Start,
            EndDateTime = held.Schedule.Effective.End,
            Eligibility = held.RestsOn?.Id.Value,
        }),
    };

    private static string Sum(ActivationExplanation why)
    {
        var fate = (why.Obstacles.Count > 0, why.Preview.Policy.Activation.RequiresApproval) switch
        {
            (true, _) => "would be refused",
            (false, true) => "would wait for approval",
            (false, false) => "would begin at once",
        };
        var given = why.Demanded.Count > 0 ? ", once what is demanded is given" : "";
        return $"An activation now {fate}{(why.Obstacles.Count > 0 ? "" : given)}.";
    }

    private static async Task WriteAsync(TextWriter output, RuleResult result)
    {
        var outcome = result.Passed ? "passed" : ActivationExplanation.IsGivenWhenAsking(result) ? "demanded" : "failed";
        await output.WriteLineAsync($"{outcome,-10}{result.Rule,-RuleWidth}{TerminalText.Plain(result.Finding.Explanation)}");
        if (result.Finding.Facts.Count > 0)
        {
            await output.WriteLineAsync(
                $"{Indent}{TerminalText.Plain(string.Join(", ", result.Finding.Facts.Select(fact => $"{fact.Name}: {fact.Value}")))}");
        }

        if (result.Finding.Remedy is { } remedy)
        {
            await output.WriteLineAsync($"{Indent}→ {TerminalText.Plain(remedy)}");
        }
    }

    private static string Eligibility(Schedule? used) =>
        used is null ? "no eligibility: there is none" : $"eligibility {used.Id} at {used.Scope}, until {End(used)}";

    private static string Asked(ActivationExplanation why) => why.Preview switch
    {
        { Policy.Activation.RequiresApproval: false } => "nobody: no approval is demanded",
        { Approvers: [] } => "nobody",
        { Approvers: var people } => TerminalText.Plain(string.Join(", ", people.Select(person => person.DisplayName))),
    };

    private static string Held(HeldAssignment held, ActivationExplanation why)
    {
        var through = held.Holder.Id == why.Person.Id ? "" : $" through {TerminalText.Plain(held.Holder.DisplayName)}";
        var rests = held.RestsOn is { } eligibility ? $", resting on eligibility {eligibility.Id} until {End(eligibility)}" : "";
        var how = held.Schedule.Type == AssignmentType.Activated ? "activated" : "assigned";
        return $"{how}{through} at {held.Schedule.Scope}, from {RuleFact.Of("", held.Schedule.Effective.Start).Value} until {End(held.Schedule)}{rests}";
    }

    private static string End(Schedule schedule) => RuleFact.Of("", schedule.Effective.End).Value;
}
