using Regent.Core.Policies;
using Regent.Core.Requests;
using Regent.Operations.Ports;

namespace Regent.Operations.Requests;

/// <summary>Something of the caller's that can be had longer, or again.</summary>
/// <param name="Listing">What they have or had, with its names.</param>
/// <param name="Action"><see cref="RequestAction.SelfExtend"/> or <see cref="RequestAction.SelfRenew"/>.</param>
/// <param name="Policy">The settings of the role.</param>
public sealed record ExtensionOffer(ScheduleListing Listing, RequestAction Action, RolePolicy Policy);
