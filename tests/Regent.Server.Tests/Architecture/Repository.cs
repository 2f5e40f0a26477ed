using System.Xml.Linq;

namespace Regent.Server.Tests.Architecture;

/// <summary>The repository as files: what the architecture tests read instead of trusting compiled code alone.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The project files under <c>src</c> by project name.</summary>
    public static IReadOnlyDictionary<string, XElement> Projects { get; } =
        Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .ToDictionary(path => Path.GetFileNameWithoutExtension(path), path => XElement.Load(path));

    /// <summary>Every C# and Razor file under a folder of the repository, without generated migrations.</summary>
    public static IReadOnlyList<SourceFile> Sources(string folder)
    {
        var top = Path.Combine(Root, folder);
        if (!Directory.Exists(top))
        {
            return [];
        }

        return
        [
            .. new[] { "*.cs", "*.razor" }
                .SelectMany(pattern => Directory.EnumerateFiles(top, pattern, SearchOption.AllDirectories))
                .Select(path => new SourceFile(Path.GetRelativePath(Root, path).Replace('\\', '/'), File.ReadAllLines(path)))
                .Where(file => !file.IsGenerated)
                .OrderBy(file => file.Path, StringComparer.Ordinal),
        ];
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Regent.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests must run from inside the repository.");
    }
}
