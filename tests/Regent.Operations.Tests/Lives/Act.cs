namespace Regent.Operations.Tests.Lives;

/// <summary>What can happen in an organisation.</summary>
internal enum Act
{
    Ask,
    Decide,
    Cancel,
    Deactivate,
    Assign,
    Remove,
    Change,
    Extend,
    DecideExtension,
    ChangeSettings,
    JoinOrLeave,
    DisableOrEnable,
    TimePasses,
    TimePassesWithoutWorker,
}
