using Regent.Core;
using Regent.Core.Policies;
using Regent.Core.Requests;
using Regent.Operations.Requests;

namespace Regent.Portal.Pages.Extensions;

/// <summary>What lies before an administrator to extend or renew.</summary>
/// <param name="Stories">The requests that wait, the one the address names first.</param>
/// <param name="Wanted">The request the address names, decided or not; null when it names none.</param>
/// <param name="Settings">What may be given, by request.</param>
public sealed record ExtensionDesk(
    IReadOnlyList<RequestStory> Stories, Outcome<RequestStory>? Wanted, IReadOnlyDictionary<RequestId, AssignmentSettings> Settings)
{
    /// <summary>What the settings of the role allow to be given.</summary>
    public AssignmentSettings SettingsOf(RequestStory story) => Settings[story.Listing.Request.Id];
}
