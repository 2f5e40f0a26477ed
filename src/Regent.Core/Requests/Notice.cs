using Regent.Core.Principals;

namespace Regent.Core.Requests;

/// <summary>One mail owed: to whom, and what about.</summary>
public sealed record Notice(NoticeKind Kind, PrincipalId Recipient);
