using Regent.Server.Tests.Api.Conformance;
using Regent.Server.Tests.Architecture;

namespace Regent.Server.Tests.Api.Matrix;

/// <summary>What docs/api/operations.md says of who tested each operation.</summary>
internal static class OperationsPage
{
    public const string Name = "operations.md";

    /// <summary>The state of what is served.</summary>
    public const string Works = "works";

    // More would not be read.
    private const int Most = 3;

    private static readonly (string Part, string Folder)[] Folders =
    [
        ("providers/Microsoft.Authorization", "Arm/"), ("/{roleAssignmentId}", "Arm/"), ("/{roleId}", "Arm/"),
        ("/roleAssignmentApprovals", "Approvals/"), ("/assignmentApprovals", "Approvals/"), ("/roleManagementAlerts", "Alerts/"),
        ("/policies/", "Policies/"), ("/privilegedAccess/group/", "GroupAccess/"), ("/roleManagement/directory/", "Roles/"),
        ("/auditLogs/", "Audit/"), ("/", "Directory/"),
    ];

    private static string File => Path.Combine(Repository.Root, "docs/api", Name);

    /// <summary>The test classes that are named for each operation that works.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Claims() => Rows()
        .Where(row => row.State == Works).ToDictionary(row => row.Operation, row => row.Tests);

    /// <summary>Names for each operation who saw it work: of those that ran what they saw, of the others what is written.</summary>
    public static void Write(IReadOnlyDictionary<string, IReadOnlySet<string>> seen)
    {
        var rows = Rows().Where(row => row.State == Works).ToDictionary(row => row.Line, row => row with
        {
            Tests = [.. row.Tests.Where(name => Witnesses.Exists(name) && !seen.ContainsKey(name))
                .Concat(seen.Where(one => one.Value.Contains(row.Operation)).Select(one => one.Key))
                .OrderByDescending(name => name.StartsWith(FolderOf(row.Operation), StringComparison.Ordinal))
                .ThenByDescending(name => name.StartsWith("Sdk/", StringComparison.Ordinal)).ThenBy(name => name, StringComparer.Ordinal).Take(Most)],
        });
        System.IO.File.WriteAllLines(File, System.IO.File.ReadAllLines(File).Select(line => rows.TryGetValue(line, out var row) ? row.ToString() : line));
    }

    private static string FolderOf(string operation) => Array.Find(Folders, one => operation.Contains(one.Part, StringComparison.Ordinal)).Folder;

    private static IEnumerable<Row> Rows() => System.IO.File.ReadAllLines(File).Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line =>
        line.Trim('|', ' ').Split(" | ") is [var operation, var state, .. var tests]
            ? new Row(line, operation.Trim('`'), state, [.. tests.SelectMany(names => names.Split(", ")).Select(name => name.Trim(' ', '|')).Where(name => name.Length > 0)])
            : throw new InvalidOperationException($"'{line}' is no row of {Name}."));

    private sealed record Row(string Line, string Operation, string State, IReadOnlyList<string> Tests)
    {
        public override string ToString() => $"| `{Operation}` | {State} | {string.Join(", ", Tests)} |";
    }
}
