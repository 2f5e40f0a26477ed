using System.Text.RegularExpressions;

namespace Regent.Server.Tests.Architecture;

/// <summary>How files read: short, named for what they hold, and finished.</summary>
public sealed partial class SourceTests
{
    private const int LongestSource = 300;
    private const int LongestTest = 500;
    private const int LongestMethod = 40;

    [Fact]
    public void Files_fit_in_a_head()
    {
        var tooLong = Repository.Sources("src").Where(file => file.Lines.Count > LongestSource)
            .Concat(Repository.Sources("tests").Where(file => file.Lines.Count > LongestTest));

        Violations.None(tooLong.Select(file => $"{file.Path}: {file.Lines.Count} lines"));
    }

    [Fact]
    public void Methods_fit_on_a_screen()
    {
        var tooLong =
            from file in Repository.Sources("src")
            from method in file.Methods()
            where method.Lines > LongestMethod
            select $"{file.Path}:{method.Line} {method.Lines} lines";

        Violations.None(tooLong);
    }

    [Theory]
    [InlineData("src/Regent.Core")]
    [InlineData("src/Regent.Operations")]
    public void A_file_holds_one_public_type_and_is_named_after_it(string project)
    {
        var wrong = Repository.Sources(project)
            .Where(file => file.PublicTypes.Any(type => type != Path.GetFileNameWithoutExtension(file.Name)));

        Violations.None(wrong.Select(file => $"{file.Path} holds {string.Join(", ", file.PublicTypes)}"));
    }

    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    public void Namespaces_are_folders(string folder)
    {
        var wrong = Repository.Sources(folder).Where(file => file.Namespace != file.FolderNamespace);

        Violations.None(wrong.Select(file => $"{file.Path} declares {file.Namespace}"));
    }

    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    public void Files_hold_no_unfinished_business(string folder)
    {
        var wrong =
            from file in Repository.Sources(folder)
            from line in file.Lines.Index()
            where Unfinished().IsMatch(line.Item)
            select $"{file.Path}:{line.Index + 1} {line.Item.Trim()}";

        Violations.None(wrong);
    }

    /// <summary>The formatter demands it too, but only at the end, and the build never does.</summary>
    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    public void Usings_are_in_order(string folder)
    {
        var wrong = Repository.Sources(folder).Where(file => !file.Usings.SequenceEqual(InOrder(file.Usings)));

        Violations.None(wrong.Select(file => $"{file.Path}: the order is {string.Join(", ", InOrder(file.Usings))}"));
    }

    [Fact]
    public void No_folder_is_a_junk_drawer()
    {
        string[] names = ["Common", "Shared", "Helpers", "Utils", "Utilities", "Misc"];
        var drawers = Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src"), "*", SearchOption.AllDirectories)
            .Where(path => names.Contains(Path.GetFileName(path)));

        Violations.None(drawers);
    }

    // A dot sorts before every letter, so that a namespace stands before those inside it.
    private static IEnumerable<string> InOrder(IEnumerable<string> usings) =>
        usings.OrderByDescending(name => name.Split('.')[0] == "System")
            .ThenBy(name => name.Replace('.', '\u0001'), StringComparer.OrdinalIgnoreCase);

    // The words are spelt with a class so that this file does not accuse itself.
    [GeneratedRegex(@"\b(?:TOD[O]|FIXM[E]|HAC[K])\b|#regio[n]|#pragma warning disable\s*$|NotImplementedExceptio[n]")]
    private static partial Regex Unfinished();
}
