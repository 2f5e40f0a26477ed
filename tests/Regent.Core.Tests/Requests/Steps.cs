using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Testing;
using static Regent.Core.Tests.Policies.Asking;

namespace Regent.Core.Tests.Requests;

/// <summary>The steps of a request's life, each as short as the sentence that names it.</summary>
internal static class Steps
{
    public static readonly PrincipalId Grace = Make.User("Grace Hopper").Id;

    public static readonly ActivationFacts WithApproval = With(new ActivationSettings { RequiresApproval = true });

    public static IEnumerable<RequestEventKind> Kinds(this RequestChange change) => change.Events.Select(happened => happened.Kind);

    public static RequestChange Submitted(ActivationAsk ask, ActivationFacts facts) =>
        Activation.Submit(RequestId.At(facts.Now), ask, facts, ActivationJudgement.Judge(ask, facts)).Done();

    public static ScheduleRequest Pending(ActivationAsk? ask = null) => Submitted(ask ?? Ask, WithApproval).Request;

    public static Decision Yes(DateTimeOffset at) => new(Grace, Approved: true, "Go ahead.", at);

    public static Decision No(DateTimeOffset at) => new(Grace, Approved: false, "Not today.", at);

    public static ActivationFacts At(this ActivationFacts facts, DateTimeOffset now) => facts with { Now = now };

    public static Outcome<RequestChange> Decided(ScheduleRequest request, Decision decision, ActivationFacts? facts = null) =>
        Activation.Decide(request, decision, (facts ?? WithApproval).At(decision.At));

    /// <summary>An activation planned for tomorrow, granted without approval.</summary>
    public static (ScheduleRequest Request, Schedule Schedule) Planned(ActivationFacts? facts = null)
    {
        var change = Submitted(Ask with { Start = Now.AddDays(1) }, facts ?? Facts);
        return (change.Request, change.Added!);
    }
}
