using Regent.Core.Targets;
using Regent.Operations.Ports;

namespace Regent.Storage.Rows;

internal sealed class SourceStateRow
{
    public Guid TargetId { get; init; }
    public string? Bookmark { get; set; }
    public int Version { get; set; }
    public DateTimeOffset? FullAt { get; set; }
    public DateTimeOffset? NextAt { get; set; }
    public string? Trouble { get; set; }

    public static SourceStateRow Of(SourceState state)
    {
        var row = new SourceStateRow { TargetId = state.Source.Value };
        row.Take(state);
        return row;
    }

    public void Take(SourceState state) =>
        (Bookmark, Version, FullAt, NextAt, Trouble) = (state.Bookmark, state.Version, state.FullAt, state.NextAt, state.Trouble);

    public SourceState ToPort() => new(new TargetId(TargetId))
    {
        Bookmark = Bookmark,
        Version = Version,
        FullAt = FullAt,
        NextAt = NextAt,
        Trouble = Trouble,
    };
}
