using System.Reflection;
using NetArchTest.Rules;

namespace Regent.Server.Tests.Architecture;

/// <summary>
/// Arrows between the folders of one project. Source text shows the usings nobody needs; compiled code shows the names that
/// need no using. Both must agree with the table.
/// </summary>
public sealed class FolderTests
{
    /// <summary>What each folder of a project may use, beside itself and the project's root. A folder that is not here has no place yet.</summary>
    private static readonly Dictionary<string, Dictionary<string, string[]>> Allowed = new()
    {
        ["Regent.Core"] = new()
        {
            ["Principals"] = [],
            ["Apps"] = ["Principals"],
            ["Roles"] = ["Principals"],
            ["Assignments"] = ["Roles", "Principals"],
            ["Audit"] = ["Roles", "Principals"],
            ["Targets"] = ["Assignments", "Roles", "Principals"],
            ["Policies"] = ["Assignments", "Roles", "Principals"],
            ["Alerts"] = ["Policies", "Targets", "Assignments", "Roles", "Principals"],
            ["Requests"] = ["Policies", "Assignments", "Audit", "Roles", "Principals"],
        },
        ["Regent.Operations"] = new()
        {
            ["Ports"] = [],
            ["Access"] = ["Ports"],
            ["Apps"] = ["Ports", "Access", "Recording"],
            ["Agenda"] = ["Ports", "Alerts", "Apps", "Notifications", "Requests"],
            ["Recording"] = ["Ports", "Access"],
            ["Accounts"] = ["Ports", "Recording"],
            ["Alerts"] = ["Ports", "Access", "Policies", "Requests"],
            ["Assignments"] = ["Ports", "Access"],
            ["Audit"] = ["Ports", "Access"],
            ["Lanes"] = ["Ports", "Recording", "Synchronisation"],
            ["Notifications"] = ["Ports", "Access", "Recording"],
            ["Policies"] = ["Ports", "Access"],
            ["Principals"] = ["Ports", "Access", "Recording"],
            ["Provisioning"] = ["Ports", "Access", "Lanes", "Recording", "Requests", "Synchronisation"],
            ["Requests"] = ["Ports", "Access", "Recording"],
            ["Roles"] = ["Ports", "Access", "Recording"],
            ["Synchronisation"] = ["Ports", "Principals", "Recording"],
            ["Takeover"] = ["Ports", "Policies", "Principals", "Requests", "Roles"],
        },
        ["Regent.Api"] = new()
        {
            ["OData"] = [],
            ["Rules"] = ["OData"],
            ["Graph"] = ["OData", "Rules"],
            ["Arm"] = ["OData", "Rules"],
            ["Access"] = ["OData", "Graph"],
            ["OpenApi"] = ["OData", "Rules", "Graph", "Arm", "Access"],
        },
        ["Regent.Portal"] = new()
        {
            ["Parts"] = [],
            ["Layout"] = ["Parts"],
            ["Pages"] = ["Layout", "Parts"],
        },
        ["Regent.Storage"] = new()
        {
            ["Accounts"] = [],
            ["Conventions"] = [],
            ["Rows"] = [],
            ["Mappings"] = ["Accounts", "Rows"],
            ["Migrations"] = [],
            ["Stores"] = ["Accounts", "Conventions", "Rows"],
        },
        ["Regent.Server"] = new()
        {
            ["Mail"] = [],
            ["Workers"] = [],
            ["SignIn"] = [],
            ["Tls"] = [],
            ["Explorer"] = [],
            ["Tokens"] = ["SignIn"],
            ["Sample"] = ["Mail", "SignIn", "Workers"],
            ["Hosting"] = ["Mail", "Sample", "SignIn", "Tls", "Tokens"],
            ["Commands"] = ["Hosting", "SignIn", "Tokens"],
        },
        ["Regent.Cli"] = new()
        {
            ["Text"] = [],
            ["Graph"] = [],
            ["Access"] = ["Graph"],
            ["Commands"] = ["Access", "Graph", "Text"],
        },
        ["Regent.Targets"] = new()
        {
            ["Azure"] = [],
            ["Entra"] = [],
            ["Kubernetes"] = [],
            ["Ldap"] = [],
            ["Postgres"] = [],
            ["Scim"] = [],
            ["Ssh"] = [],
            ["Webhook"] = [],
        },
    };

    // The root of the storage is the database itself, and stands on the folders of its tables.
    private static readonly string[] RootsOnTop = ["Regent.Storage"];

    public static TheoryData<string> Projects => [.. Allowed.Keys];

    public static TheoryData<string> ProjectsOnTheirRoots => [.. Allowed.Keys.Except(RootsOnTop)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Every_folder_has_its_place_in_the_picture(string project)
    {
        var folders = Repository.Sources($"src/{project}").Select(file => file.Folder).Where(folder => folder != "").Distinct();

        Violations.None(folders.Except(Allowed[project].Keys).Except(["wwwroot", "Properties"]));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folders_name_only_what_stands_below_them(string project)
    {
        var wrong =
            from file in Repository.Sources($"src/{project}")
            from name in file.NamesOfRegent
            let other = FolderIn(project, name)
            where other is not null && IsForbidden(project, file, other)
            select $"{file.Path} uses {name}";

        Violations.None(wrong);
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Compiled_folders_use_only_what_stands_below_them(string project)
    {
        var assembly = Compiled(project);
        var wrong =
            from folder in Allowed[project].Keys
            let above = Allowed[project].Keys.Except(Allowed[project][folder]).Except([folder])
            from type in Types.InAssembly(assembly).That().ResideInNamespace($"{project}.{folder}")
                .And().HaveDependencyOnAny([.. above.Select(other => $"{project}.{other}")]).GetTypes()
            select $"{type.FullName} uses one of {string.Join(", ", above)}";

        Violations.None(wrong);
    }

    [Theory]
    [MemberData(nameof(ProjectsOnTheirRoots))]
    public void The_root_of_a_project_knows_none_of_its_folders(string project)
    {
        var folders = Allowed[project].Keys.Select(folder => $"{project}.{folder}").ToArray();
        var wrong = Types.InAssembly(Compiled(project)).That().HaveDependencyOnAny(folders).GetTypes()
            .Where(type => type.Namespace == project && !IsDoor(type.Name));

        Violations.None(wrong.Select(type => type.FullName));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void The_allowed_arrows_make_no_circle(string project)
    {
        var order = new List<string>();
        var left = Allowed[project].Keys.ToList();
        while (left.Find(folder => Allowed[project][folder].All(order.Contains)) is { } next)
        {
            order.Add(next);
            left.Remove(next);
        }

        Violations.None(left);
    }

    private static string? FolderIn(string project, string name) =>
        name.StartsWith($"{project}.", StringComparison.Ordinal)
        && name[(project.Length + 1)..].Split('.')[0] is var folder
        && Allowed[project].ContainsKey(folder)
            ? folder
            : null;

    private static bool IsForbidden(string project, SourceFile file, string other) => file.Folder switch
    {
        "" => !IsDoor(file.Name.Split('.')[0]) && !RootsOnTop.Contains(project),
        var folder when folder == other => false,
        var folder => !Allowed[project].GetValueOrDefault(folder, []).Contains(other),
    };

    // The command line is a program, and bears the name it is called by.
    private static Assembly Compiled(string project) => Assembly.Load(project == "Regent.Cli" ? "regent" : project);

    /// <summary>Each project's one public Add… or Map… door, the portal's shell, and the programs put the folders together.</summary>
    private static bool IsDoor(string name) =>
        name.EndsWith("Extensions", StringComparison.Ordinal) || name is "App" or "Routes" or "_Imports" or "Program";
}
