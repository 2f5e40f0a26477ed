namespace Regent.Server.Hosting;

/// <summary>The server's own words on the command line, as configuration keys.</summary>
internal static class Arguments
{
    /// <summary><c>--data DIR</c>, <c>--sample</c> and <c>--no-sample</c>; everything else is configuration as it stands.</summary>
    public static string[] Read(IEnumerable<string> args) => [.. args.Select(argument => argument switch
    {
        "--data" => "--Regent:Data",
        "--sample" => "--Regent:Sample=true",
        "--no-sample" => "--Regent:Sample=false",
        "--sample-anywhere" => "--Regent:SampleAnywhere=true",
        _ when argument.StartsWith("--data=", StringComparison.Ordinal) => $"--Regent:Data={argument["--data=".Length..]}",
        _ => argument,
    })];
}
