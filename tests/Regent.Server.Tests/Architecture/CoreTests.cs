using System.Reflection;
using NetArchTest.Rules;

namespace Regent.Server.Tests.Architecture;

/// <summary>Core decides; it touches nothing, waits for nothing and does not know the time.</summary>
public sealed class CoreTests
{
    private static readonly Assembly Core = Assembly.Load("Regent.Core");

    private static readonly string[] World =
    [
        "System.Threading",
        "System.TimeProvider",
        "System.Timers",
        "System.IO.File",
        "System.IO.Directory",
        "System.Net.Http",
        "System.Net.Sockets",
        "System.Console",
        "System.Environment",
        "System.Diagnostics.Process",
    ];

    [Fact]
    public void Core_references_only_the_base_library() =>
        Assert.All(
            Core.GetReferencedAssemblies(),
            reference => Assert.True(
                reference.Name!.StartsWith("System.", StringComparison.Ordinal) && BaseLibrary.Contains(reference.Name), reference.Name));

    [Fact]
    public void Core_does_not_wait_or_reach_into_the_world()
    {
        var result = Types.InAssembly(Core).ShouldNot().HaveDependencyOnAny(World).GetResult();

        Violations.None(result.FailingTypeNames ?? []);
    }

    private static readonly HashSet<string> BaseLibrary =
    [
        .. Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System.*.dll")
            .Select(path => Path.GetFileNameWithoutExtension(path)!),
    ];
}
