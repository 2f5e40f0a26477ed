using System.Globalization;
using Regent.Bench;

// Usage: Regent.Bench RESULTS.md [activations|pages|landing|ending]...; without a name all are run, else the other sections stay as
// they are. PostgreSQL is measured when REGENT_TEST_POSTGRES names a server.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var port = 5480;
var benches = new Dictionary<string, (string Title, Func<List<string>, Task> MeasureAsync)>
{
    ["activations"] = ("Durable activations per second", report => ActivationsReport.MeasureAsync(report, () => port++)),
    ["pages"] = ("Pages", report => PagesReport.MeasureAsync(report, () => port++)),
    ["landing"] = ("From request to seen in the target", report => LandingReport.MeasureAsync(report, () => port++)),
    ["ending"] = ("From end to seen gone", EndingReport.MeasureAsync),
};
var wanted = args.Length > 1 ? args[1..] : [.. benches.Keys];
if (Array.Find(wanted, name => !benches.ContainsKey(name)) is { } unknown)
{
    await Console.Error.WriteLineAsync($"There is no bench {unknown}. There are: {string.Join(", ", benches.Keys)}.");
    return 1;
}

var results = await Results.ReadAsync(args[0]);
foreach (var (name, (title, measureAsync)) in benches.Where(bench => wanted.Contains(bench.Key)))
{
    var section = new List<string>();
    await measureAsync(section);
    results.Put(title, section, [.. benches.Values.Select(bench => bench.Title)]);
    Console.WriteLine($"{name}\n{string.Join('\n', section)}\n");

    // Whatever becomes of the next, this is kept.
    await results.WriteAsync();
}

return 0;
