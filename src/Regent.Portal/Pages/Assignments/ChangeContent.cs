using Regent.Core.Policies;
using Regent.Operations.Ports;

namespace Regent.Portal.Pages.Assignments;

/// <summary>What the panel that changes an assignment shows before it is filled in.</summary>
/// <param name="Listing">The assignment.</param>
/// <param name="Policy">What its role demands there.</param>
public sealed record ChangeContent(ScheduleListing Listing, RolePolicy Policy);
