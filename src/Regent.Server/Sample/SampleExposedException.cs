namespace Regent.Server.Sample;

/// <summary>The server must not start: a sample that everybody could sign in to.</summary>
internal sealed class SampleExposedException(string message) : InvalidOperationException(message);
