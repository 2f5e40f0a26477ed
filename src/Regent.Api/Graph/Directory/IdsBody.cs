using Regent.Api.Graph.Protocol;
using Regent.Api.OData;

namespace Regent.Api.Graph.Directory;

/// <summary>Asks for many items by their ids, of some types or of all.</summary>
internal sealed record IdsBody(IReadOnlyList<string?>? Ids, IReadOnlyList<string?>? Types)
{
    private const int Most = 1000;

    public Reading<WantedItems> Read()
    {
        if (Ids is not { Count: > 0 and <= Most })
        {
            return Wrong($"'ids' must hold 1 to {Most} ids.");
        }

        var ids = new List<Guid>();
        foreach (var text in Ids)
        {
            if (!Guid.TryParseExact(text, "D", out var id))
            {
                return Wrong($"'ids' holds '{text}', which is no id.");
            }

            ids.Add(id);
        }

        return new WantedItems(ids, [.. (Types ?? []).OfType<string>()]);
    }

    private static Flaw Wrong(string message) => new(FlawKind.Body, message) { Target = "ids" };

    /// <summary>What is asked for.</summary>
    internal sealed record WantedItems(IReadOnlyList<Guid> Ids, IReadOnlyList<string> Types)
    {
        /// <summary>Whether items of this contract are wanted.</summary>
        public bool Wants(Type contract) => Types.Count == 0 || Types.Any(type => IsNamed(type, GraphJson.Model.Of(contract).Entity.Name));

        private static bool IsNamed(string type, string name) =>
            type.Equals(name, StringComparison.OrdinalIgnoreCase) || type.Equals("directoryObject", StringComparison.OrdinalIgnoreCase)
            || PrincipalType.IsCast(type.TrimStart('#'), name);
    }
}
