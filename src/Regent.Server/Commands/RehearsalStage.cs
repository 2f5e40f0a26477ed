namespace Regent.Server.Commands;

/// <summary>A place for an organisation that is only there while something is tried on it.</summary>
internal sealed class RehearsalStage : IDisposable
{
    private DirectoryInfo? directory;

    /// <summary>The configuration that keeps everything there. Connections are closed with their last use, so that it can go away.</summary>
    public IReadOnlyDictionary<string, string?> Settings
    {
        get
        {
            directory ??= Directory.CreateTempSubdirectory("regent-rehearsal-");
            return new Dictionary<string, string?>
            {
                ["Regent:Data"] = directory.FullName,
                ["ConnectionStrings:Regent"] = $"Data Source={Path.Combine(directory.FullName, "regent.db")};Pooling=False",
            };
        }
    }

    public void Dispose() => directory?.Delete(recursive: true);
}
