using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Regent.Server.Tests.Architecture;

/// <summary>Eight projects, nine arrows, and what each may bring in: read from the project files, where nothing is optimised away.</summary>
public sealed class ProjectTests
{
    /// <summary>The picture: docs/architecture.md draws it, this table is it.</summary>
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["Regent.Core"] = [],
        ["Regent.Operations"] = ["Regent.Core"],
        ["Regent.Storage"] = ["Regent.Operations"],
        ["Regent.Targets"] = ["Regent.Operations"],
        ["Regent.Api"] = ["Regent.Operations"],
        ["Regent.Portal"] = ["Regent.Operations"],
        ["Regent.Server"] = ["Regent.Api", "Regent.Portal", "Regent.Storage", "Regent.Targets"],
        ["Regent.Cli"] = [],
    };

    private static readonly Dictionary<string, string> Packages = new()
    {
        ["Regent.Core"] = "",
        ["Regent.Operations"] = @"Microsoft\.Extensions\.[\w.]+\.Abstractions",
        ["Regent.Storage"] =
            @"Microsoft\.EntityFrameworkCore(\.\w+)?|Microsoft\.Data\.Sqlite|Npgsql(\.EntityFrameworkCore\.PostgreSQL)?"
            + @"|Microsoft\.AspNetCore\.(Identity|DataProtection)\.EntityFrameworkCore|OpenIddict\.EntityFrameworkCore",
        ["Regent.Targets"] = @"System\.DirectoryServices\.Protocols|Npgsql|KubernetesClient|Microsoft\.Graph|Azure\.Identity",
        ["Regent.Api"] = @"Microsoft\.AspNetCore\.OData",
        ["Regent.Portal"] = @"Microsoft\.FluentUI\.AspNetCore\.Components(\.Icons)?|QRCoder",
        ["Regent.Server"] =
            @"OpenIddict\.[\w.]+|OpenTelemetry\.[\w.]+|Npgsql\.OpenTelemetry|Microsoft\.AspNetCore\.[\w.]+|MailKit|Otp\.NET|QRCoder"
            + @"|CsvHelper|System\.CommandLine",
        ["Regent.Cli"] = @"System\.CommandLine",
    };

    private static readonly string[] MayHostAspNetCore = ["Regent.Api", "Regent.Portal"];

    [Fact]
    public void The_projects_are_the_eight_of_the_picture() =>
        Assert.Equal(Arrows.Keys.Order(), Repository.Projects.Keys.Order());

    [Fact]
    public void The_project_references_are_the_nine_arrows_of_the_picture()
    {
        var drawn = Arrows.SelectMany(pair => pair.Value.Select(to => $"{pair.Key} -> {to}"));
        var built = Repository.Projects.SelectMany(
            project => Included(project.Value, "ProjectReference").Select(path => $"{project.Key} -> {NameOf(path)}"));

        Assert.Equal(drawn.Order(), built.Order());
        Assert.Equal(9, Arrows.Values.Sum(to => to.Length));
    }

    [Fact]
    public void Projects_bring_in_only_the_packages_their_place_allows()
    {
        var strangers = Repository.Projects.SelectMany(
            project => Included(project.Value, "PackageReference")
                .Where(package => !Regex.IsMatch(package, $"^(?:{Packages[project.Key]})$"))
                .Select(package => $"{project.Key} brings in {package}"));

        Violations.None(strangers);
    }

    [Fact]
    public void Only_the_doors_know_AspNetCore()
    {
        var hosts = Repository.Projects.Where(project => Included(project.Value, "FrameworkReference").Any()).Select(project => project.Key);
        var webSdks = Repository.Projects
            .Where(project => (string?)project.Value.Attribute("Sdk") == "Microsoft.NET.Sdk.Web").Select(project => project.Key);

        Violations.None(hosts.Except(MayHostAspNetCore));
        Assert.Equal(["Regent.Server"], webSdks);
    }

    [Fact]
    public void Nothing_is_brought_in_past_the_project_files()
    {
        var aside = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.*", SearchOption.AllDirectories)
            .Where(path => Path.GetExtension(path) is ".props" or ".targets" or ".dll");
        var loose = Repository.Projects.SelectMany(
            project => project.Value.Descendants()
                .Where(element => element.Name.LocalName is "Reference" or "Import")
                .Select(element => $"{project.Key}: {element}"));

        Violations.None(aside);
        Violations.None(loose);
    }

    private static IEnumerable<string> Included(XElement project, string item) =>
        project.Descendants(item).Select(element => (string?)element.Attribute("Include")).OfType<string>();

    private static string NameOf(string path) => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'));
}
