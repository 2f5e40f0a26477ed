namespace Regent.Server.Tests.Hosting;

/// <summary>Tests that measure time or take the whole machine: nothing else runs beside them.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
