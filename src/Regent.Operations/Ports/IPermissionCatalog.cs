namespace Regent.Operations.Ports;

/// <summary>The permissions that programs can be given; the doors name them.</summary>
public interface IPermissionCatalog
{
    /// <summary>All of them, by name.</summary>
    IReadOnlyList<Grantable> All { get; }
}
