namespace Regent.Api.Graph.Policies;

/// <summary>What the scope of a policy is. Directory roles go under two names.</summary>
internal enum PolicyScopeType
{
    DirectoryRole,
    Directory,
    Group,
}
