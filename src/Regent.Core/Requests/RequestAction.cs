namespace Regent.Core.Requests;

/// <summary>What a request asks for (specification, section 3.1).</summary>
public enum RequestAction
{
    AdminAssign,
    AdminRemove,
    SelfActivate,
    SelfDeactivate,
}
