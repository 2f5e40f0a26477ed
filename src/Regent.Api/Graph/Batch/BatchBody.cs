using Regent.Api.OData;

namespace Regent.Api.Graph.Batch;

/// <summary>Several requests in one.</summary>
internal sealed record BatchBody(IReadOnlyList<BatchItem?>? Requests)
{
    private const string Member = "requests";
    private const int Most = 20;

    /// <summary>The requests in an order that has each behind those it depends on, or what is wrong with them.</summary>
    public Reading<IReadOnlyList<BatchedRequest>> Read()
    {
        if (Requests is not { Count: > 0 and <= Most })
        {
            return Wrong($"'{Member}' must hold 1 to {Most} requests.", Member);
        }

        var read = new List<BatchedRequest>();
        for (var number = 0; number < Requests.Count; number++)
        {
            var place = $"{Member}[{number}]";
            switch (Requests[number]?.Read(place))
            {
                case null:
                    return Wrong("A request of a batch is a JSON object.", place);
                case Reading<BatchedRequest>.Bad(var flaw):
                    return flaw;
                case Reading<BatchedRequest>.Good(var request) when read.Exists(other => other.Id == request.Id):
                    return Wrong($"Two requests have the id '{request.Id}'.", $"{place}.id");
                case Reading<BatchedRequest>.Good(var request):
                    read.Add(request);
                    break;
            }
        }

        return Ordered(read);
    }

    private static Reading<IReadOnlyList<BatchedRequest>> Ordered(List<BatchedRequest> requests)
    {
        var known = requests.Select(request => request.Id).ToHashSet();
        if (requests.SelectMany(request => request.After).FirstOrDefault(id => !known.Contains(id)) is { } unknown)
        {
            return Wrong($"No request of this batch has the id '{unknown}', on which another depends.", "dependsOn");
        }

        var ordered = new List<BatchedRequest>();
        var left = requests.ToList();
        while (left.Find(request => request.After.All(id => ordered.Exists(done => done.Id == id))) is { } next)
        {
            ordered.Add(next);
            left.Remove(next);
        }

        return left is [var stuck, ..]
            ? Wrong($"The request '{stuck.Id}' depends in a circle on itself, or on one that does.", "dependsOn")
            : ordered;
    }

    private static Flaw Wrong(string message, string target) => new(FlawKind.Body, message) { Target = target };
}
