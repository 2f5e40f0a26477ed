namespace Regent.Core.Targets;

/// <summary>Compares names in a directory: two spellings of one distinguished name are the same, and letter case makes no difference.</summary>
internal sealed class DirectoryNames : StringComparer
{
    private DirectoryNames()
    {
    }

    public static StringComparer Comparer { get; } = new DirectoryNames();

    public override int Compare(string? x, string? y) => OrdinalIgnoreCase.Compare(Plain(x), Plain(y));

    public override bool Equals(string? x, string? y) => string.Equals(x, y, StringComparison.Ordinal) || OrdinalIgnoreCase.Equals(Plain(x), Plain(y));

    public override int GetHashCode(string obj) => OrdinalIgnoreCase.GetHashCode(Plain(obj)!);

    private static string? Plain(string? name) => name is null ? null : DistinguishedName.Read(name)?.Text ?? name;
}
