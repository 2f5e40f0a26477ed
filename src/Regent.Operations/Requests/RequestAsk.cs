using Regent.Core.Assignments;
using Regent.Core.Policies;
using Regent.Core.Principals;
using Regent.Core.Requests;
using Regent.Core.Roles;

namespace Regent.Operations.Requests;

/// <summary>What a request that was sent asks for.</summary>
/// <param name="Principal">For whom.</param>
public abstract record RequestAsk(PrincipalId Principal)
{
    /// <summary>Whether it shall only be judged.</summary>
    public bool IsValidationOnly { get; init; }

    /// <summary>How a program put it; null for people.</summary>
    public abstract RequestWording? Wording { get; }

    /// <summary>Whether this is what an earlier request of the caller asked, word for word.</summary>
    public bool IsAgain(Caller caller, ScheduleRequest earlier) =>
        earlier.CreatedBy == caller.Id && earlier.Principal == Principal && earlier.Wording == Wording?.Keep() && Matches(earlier);

    protected abstract bool Matches(ScheduleRequest earlier);

    // A moment is kept less exactly than it was sent; the wording has it as it was.
    private static bool Matches(ScheduleRequest earlier, AssignmentAsk ask) =>
        (earlier.Kind, earlier.Role, earlier.Scope) == (ask.Kind, ask.Role, ask.Scope) && earlier.Justification == ask.Justification
        && earlier.Ticket == ask.Ticket && IsAlike(earlier.Expiration, ask.Expiration);

    private static bool IsAlike(Expiration? one, Expiration? other) =>
        (one ?? new Expiration.Never()).GetType() == (other ?? new Expiration.Never()).GetType();

    public sealed record Activate(ActivationAsk Ask) : RequestAsk(Ask.Principal)
    {
        public override RequestWording? Wording => Ask.Wording;

        protected override bool Matches(ScheduleRequest earlier) =>
            earlier.Action == RequestAction.SelfActivate && (earlier.Role, earlier.Scope) == (Ask.Role, Ask.Scope)
            && earlier.Justification == Ask.Justification && earlier.Ticket == Ask.Ticket && IsAlike(earlier.Expiration, Ask.Expiration);
    }

    public sealed record Deactivate(PrincipalId Principal, RoleDefinitionId Role, Scope Scope, string? Justification) : RequestAsk(Principal)
    {
        public override RequestWording? Wording => Put;

        /// <summary>How a program put it; null for people.</summary>
        public RequestWording? Put { get; init; }

        protected override bool Matches(ScheduleRequest earlier) =>
            earlier.Action == RequestAction.SelfDeactivate && (earlier.Role, earlier.Scope) == (Role, Scope)
            && earlier.Justification == Justification;
    }

    public sealed record Assign(AssignmentAsk Ask) : RequestAsk(Ask.Principal)
    {
        public override RequestWording? Wording => Ask.Wording;

        protected override bool Matches(ScheduleRequest earlier) => earlier.Action == RequestAction.AdminAssign && Matches(earlier, Ask);
    }

    /// <summary>An administrator changes, extends or renews.</summary>
    public sealed record Change(RequestAction Action, AssignmentAsk Ask) : RequestAsk(Ask.Principal)
    {
        public override RequestWording? Wording => Ask.Wording;

        protected override bool Matches(ScheduleRequest earlier) => earlier.Action == Action && Matches(earlier, Ask);
    }

    /// <summary>Somebody asks to keep longer, or to have again, what they have or had.</summary>
    public sealed record Extend(AssignmentAsk Ask) : RequestAsk(Ask.Principal)
    {
        public override RequestWording? Wording => Ask.Wording;

        protected override bool Matches(ScheduleRequest earlier) =>
            earlier.Action is RequestAction.SelfExtend or RequestAction.SelfRenew && Matches(earlier, Ask);
    }

    public sealed record Remove(RemovalAsk Ask) : RequestAsk(Ask.Principal)
    {
        public override RequestWording? Wording => Ask.Wording;

        protected override bool Matches(ScheduleRequest earlier) =>
            earlier.Action == RequestAction.AdminRemove && (earlier.Kind, earlier.Role, earlier.Scope) == (Ask.Kind, Ask.Role, Ask.Scope)
            && earlier.Justification == Ask.Justification;
    }
}
