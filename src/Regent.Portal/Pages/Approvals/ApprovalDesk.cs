using Regent.Core;
using Regent.Operations.Requests;

namespace Regent.Portal.Pages.Approvals;

/// <summary>What lies before an approver.</summary>
/// <param name="Waiting">The requests that wait, newest first, apart from the one the address names.</param>
/// <param name="Next">Where the list goes on; null at its end.</param>
/// <param name="Wanted">The one request the address names, decided or not; null when it names none.</param>
/// <param name="Settled">What others did, while the reader looked on, with requests that waited here.</param>
public sealed record ApprovalDesk(
    IReadOnlyList<RequestStory> Waiting, string? Next, Outcome<RequestStory>? Wanted, IReadOnlyList<RequestStory> Settled);
