namespace Regent.Operations.Ports;

/// <summary>Which part of the agenda somebody sees to.</summary>
public enum AgendaShare
{
    All,

    /// <summary>What waits for no other system, and so is never held up by one.</summary>
    AllButMails,
}
