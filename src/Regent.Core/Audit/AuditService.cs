namespace Regent.Core.Audit;

/// <summary>Which part of the whole put an act on record, as the reference tells them apart.</summary>
public enum AuditService
{
    /// <summary>Privileged Identity Management itself.</summary>
    Pim,

    /// <summary>Who and what there is.</summary>
    CoreDirectory,

    /// <summary>Signing in, and what it takes.</summary>
    AuthenticationMethods,
}
