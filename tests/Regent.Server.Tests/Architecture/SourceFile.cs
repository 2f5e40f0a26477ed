using System.Text.RegularExpressions;

namespace Regent.Server.Tests.Architecture;

/// <summary>One source file, by its path from the root with forward slashes.</summary>
internal sealed partial record SourceFile(string Path, IReadOnlyList<string> Lines)
{
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    public bool IsGenerated => Path.Contains("/Migrations/", StringComparison.Ordinal) || Path.Contains("/obj/", StringComparison.Ordinal);

    /// <summary>The folder directly below the project, or an empty string for the project's root.</summary>
    public string Folder => Path.Split('/') is [_, _, var folder, _, ..] ? folder : "";

    /// <summary>The folder's namespace, as every file in it has to declare it.</summary>
    public string FolderNamespace => string.Join('.', Path.Split('/')[1..^1]);

    /// <summary>The namespace the file declares; Razor files get theirs from the folder.</summary>
    public string Namespace =>
        Lines.Select(line => NamespaceLine().Match(line)).FirstOrDefault(match => match.Success)?.Groups[1].Value ?? FolderNamespace;

    /// <summary>Every namespace or type of Regent's that the file names in full, used or not.</summary>
    public IEnumerable<string> NamesOfRegent =>
        Lines.Where(line => !NamespaceLine().IsMatch(line)).SelectMany(line => RegentName().Matches(line)).Select(match => match.Value);

    /// <summary>The namespaces the file imports, in its order; aliases and static imports aside.</summary>
    public IReadOnlyList<string> Usings =>
        [.. Lines.Select(line => UsingLine().Match(line)).Where(match => match.Success).Select(match => match.Groups[1].Value)];

    /// <summary>The public types declared at the top level of the file.</summary>
    public IReadOnlyList<string> PublicTypes =>
        [.. Lines.Select(line => PublicTypeLine().Match(line)).Where(match => match.Success).Select(match => match.Groups[1].Value)];

    /// <summary>
    /// The outermost blocks that are not types, with their first line and length. Layout is enforced, so a block opens with a lone
    /// brace and closes with one under it.
    /// </summary>
    public IEnumerable<(int Line, int Lines)> Methods()
    {
        for (var line = 1; line < Lines.Count; line++)
        {
            if (Lines[line].Trim() != "{" || TypeLine().IsMatch(Declaration(line)))
            {
                continue;
            }

            var indent = Lines[line][..Lines[line].IndexOf('{')];
            var end = line + 1;
            while (end < Lines.Count - 1 && !Lines[end].StartsWith(indent + "}", StringComparison.Ordinal))
            {
                end++;
            }

            yield return (line, end - line - 1);
            line = end;
        }
    }

    /// <summary>What stands before an opening brace, back to the last line that ended something else.</summary>
    private string Declaration(int brace)
    {
        var first = brace - 1;
        while (first > 0 && Lines[first - 1].Trim() is not "" and not "{" and not "}" && !Lines[first - 1].TrimEnd().EndsWith(';'))
        {
            first--;
        }

        return string.Join('\n', Lines.Skip(first).Take(brace - first).Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"^\s*(?:[a-z]+ )*(?:class|interface|struct|record|enum|namespace)\s", RegexOptions.Multiline)]
    private static partial Regex TypeLine();

    [GeneratedRegex(@"^\s*namespace\s+([\w.]+)")]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"^using\s+([\w.]+);")]
    private static partial Regex UsingLine();

    [GeneratedRegex(@"\bRegent(?:\.[A-Z]\w*)+")]
    private static partial Regex RegentName();

    [GeneratedRegex(
        @"^public\s+(?:(?:abstract|sealed|static|partial|readonly|ref|unsafe)\s+)*"
        + @"(?:class|interface|enum|struct|record\s+struct|record\s+class|record|delegate\s+\S+)\s+(\w+)")]
    private static partial Regex PublicTypeLine();
}
