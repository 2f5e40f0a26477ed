using Regent.Core.Policies;
using Regent.Core.Roles;
using Regent.Operations.Ports;

namespace Regent.Testing.Fakes;

public sealed class FakePolicyStore(FakeMemory memory) : IPolicyStore
{
    public Task<RolePolicy> GetAsync(RoleDefinitionId role, Scope scope, CancellationToken ct) =>
        Task.FromResult(Newest(memory.Now, role, scope));

    public Task<IReadOnlyList<RolePolicy>> ListAsync(Scope scope, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<RolePolicy>>(
        [
            .. memory.Now.Policies.Where(policy => policy.Scope == scope).GroupBy(policy => policy.Role)
                .Select(versions => versions.MaxBy(policy => policy.Version)!),
        ]);

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
        now.Policies.Where(policy => policy.Role == role && policy.Scope == scope).MaxBy(policy => policy.Version)
            ?? RolePolicy.Default(role, scope);
}
