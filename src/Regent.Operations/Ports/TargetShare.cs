namespace Regent.Operations.Ports;

/// <summary>Which part of the work in a target somebody sees to. The parts do not wait for each other.</summary>
public enum TargetShare
{
    /// <summary>What people have there.</summary>
    Access,

    /// <summary>Who people are: <see cref="TargetWork.Synchronise"/>, which may take as long as the source is large.</summary>
    People,
}
