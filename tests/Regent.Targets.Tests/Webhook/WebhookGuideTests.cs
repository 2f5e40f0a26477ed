namespace Regent.Targets.Tests.Webhook;

/// <summary>The guide shows what is tested.</summary>
public sealed class WebhookGuideTests
{
    [Fact]
    public async Task The_receiver_in_the_guide_is_the_one_that_the_tests_run()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Regent.slnx")))
        {
            root = root.Parent!;
        }

        var ct = TestContext.Current.CancellationToken;
        var guide = await File.ReadAllTextAsync(Path.Combine(root.FullName, "docs/targets/webhook.md"), ct);
        var code = await File.ReadAllLinesAsync(Path.Combine(root.FullName, "tests/Regent.Targets.Tests/Webhook/SampleReceiver.cs"), ct);
        var shown = guide.Split("```csharp\n")[1].Split("```")[0].Trim();
        var tested = code.SkipWhile(line => !line.Contains("<signature>", StringComparison.Ordinal)).Skip(1)
            .TakeWhile(line => !line.Contains("</signature>", StringComparison.Ordinal))
            .Select(line => line.StartsWith("    ", StringComparison.Ordinal) ? line[4..] : line);

        Assert.Equal(string.Join('\n', tested).Trim(), shown);
    }
}
