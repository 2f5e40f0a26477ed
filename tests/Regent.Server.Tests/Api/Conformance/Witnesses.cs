using System.Collections.Concurrent;
using System.Reflection;

namespace Regent.Server.Tests.Api.Conformance;

/// <summary>What the tests of this run truly saw: which test class got a good answer, one that conforms, from which operation.</summary>
internal static class Witnesses
{
    private const string Place = "Regent.Server.Tests.Api.";

    // What is sent there is made, and nobody looks at what comes of it but for its status.
    private static readonly string[] Strangers = ["Fuzz/", "Matrix/"];

    private static readonly ConcurrentDictionary<(string Witness, string Operation), bool> Seen = new();

    private static readonly ConcurrentDictionary<Type, ConcurrentDictionary<string, bool>> Run = new();

    /// <summary>A test class by its folder and name, such as <c>Roles/RoleQueryTests</c>; null for one that is no witness.</summary>
    public static string? NameOf(string? testClass) =>
        testClass?.StartsWith(Place, StringComparison.Ordinal) == true && testClass[Place.Length..].Replace('.', '/') is var name
        && !Array.Exists(Strangers, stranger => name.StartsWith(stranger, StringComparison.Ordinal))
            ? name
            : null;

    /// <summary>Whether there is a test class of this name.</summary>
    public static bool Exists(string name) =>
        typeof(Witnesses).Assembly.GetType($"{Place}{name.Replace('/', '.')}") is { } type && TestsOf(type).Any() && NameOf(type.FullName) is not null;

    public static void Saw(string witness, ApiOperation operation) => Seen[(witness, operation.ToString())] = true;

    public static void Ran(Type testClass, MethodInfo test) => Run.GetOrAdd(testClass, _ => new())[test.Name] = true;

    /// <summary>What each class saw whose tests all ran; one that saw nothing is not among them, for it may have been left out.</summary>
    public static IReadOnlyDictionary<string, IReadOnlySet<string>> Whole()
    {
        var seen = Seen.Keys.ToLookup(one => one.Witness, one => one.Operation);
        return Run.Where(one => TestsOf(one.Key).All(one.Value.ContainsKey)).Select(one => NameOf(one.Key.FullName)).OfType<string>()
            .Where(seen.Contains).ToDictionary(name => name, IReadOnlySet<string> (name) => seen[name].ToHashSet());
    }

    private static IEnumerable<string> TestsOf(Type testClass) =>
        testClass.GetMethods().Where(method => method.IsDefined(typeof(FactAttribute), inherit: true)).Select(method => method.Name);
}
