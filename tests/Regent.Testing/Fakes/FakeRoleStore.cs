using Regent.Core.Roles;
using Regent.Operations.Ports;

namespace Regent.Testing.Fakes;

public sealed class FakeRoleStore(FakeMemory memory) : IRoleStore
{
    public Task<RoleDefinition?> FindAsync(RoleDefinitionId id, CancellationToken ct) =>
        Task.FromResult(memory.Now.Roles.GetValueOrDefault(id));

    public Task<IReadOnlyList<RoleDefinition>> ListAsync(RoleSystem system, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<RoleDefinition>>(
            [.. memory.Now.Roles.Values.Where(role => role.System == system).OrderBy(role => FakeDirectory.Fold(role.DisplayName), StringComparer.Ordinal).ThenBy(role => role.Id.Value)]);

    public Task SaveAsync(IReadOnlyCollection<RoleDefinition> roles, CancellationToken ct)
    {
        memory.Write(now => now with { Roles = now.Roles.SetItems(roles.ToDictionary(role => role.Id)) });
        return Task.CompletedTask;
    }

    public Task RemoveAsync(RoleDefinitionId id, CancellationToken ct)
    {
        memory.Write(now => now with { Roles = now.Roles.Remove(id) });
        return Task.CompletedTask;
    }
}
