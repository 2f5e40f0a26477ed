namespace Regent.Server.Sample;

/// <summary>Whether this server runs the sample organisation, whose password everybody knows.</summary>
internal sealed class SampleState
{
    public bool IsRunning { get; private set; }

    public void Enter() => IsRunning = true;
}
