using Regent.Core.Policies;
using Regent.Core.Roles;
using Regent.Operations.Ports;

namespace Regent.Testing.Fakes;

public sealed class FakePolicyStore(FakeMemory memory) : IPolicyStore
{
    public Task<RolePolicy> GetAsync(RoleDefinitionId role, Scope scope, CancellationToken ct) =>
        Task.FromResult(Newest(memory.Now, role, scope));

    public Task<RolePolicy?> FindVersionAsync(RoleDefinitionId role, Scope scope, int version, CancellationToken ct) => Task.FromResult(
        version == 0
            ? RolePolicy.Default(role, scope)
            : memory.Now.Policies.FirstOrDefault(one => one.Role == role && one.Scope == scope.PolicyScope && one.Version == version));

    public Task<IReadOnlyList<RolePolicy>> ListAsync(IReadOnlyCollection<Scope> scopes, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<RolePolicy>>(
        [
            .. memory.Now.Policies.Where(policy => scopes.Any(scope => scope.PolicyScope == policy.Scope))
                .GroupBy(policy => (policy.Role, policy.Scope))
                .Select(versions => versions.MaxBy(policy => policy.Version)!),
        ]);

    public async Task<IReadOnlyList<RolePolicy>> LapsedAsync(DateTimeOffset now, CancellationToken ct)
    {
        var lapsed = new List<RolePolicy>();
        foreach (var policy in memory.Now.Policies.GroupBy(one => (one.Role, one.Scope)).Select(versions => versions.MaxBy(one => one.Version)!))
        {
            if (policy.Activation.Approvers.Count > 0
                && (await new FakeDirectory(memory).EnabledUsersInAsync(policy.Activation.Approvers, now, ct)).Count == 0)
            {
                lapsed.Add(policy);
            }
        }

        return lapsed;
    }

    public Task<bool> SaveAsync(RolePolicy policy, CancellationToken ct)
    {
        var saved = false;
        memory.Write(now =>
        {
            saved = Newest(now, policy.Role, policy.Scope).Version < policy.Version;
            return saved ? now with { Policies = now.Policies.Add(policy) } : now;
        });
        return Task.FromResult(saved);
    }

    internal static RolePolicy Newest(FakeMemory.Contents now, RoleDefinitionId role, Scope scope) =>
        now.Policies.Where(policy => policy.Role == role && policy.Scope == scope.PolicyScope).MaxBy(policy => policy.Version)
            ?? RolePolicy.Default(role, scope);
}
