using Microsoft.OData.Edm;

namespace Regent.Api.OData;

/// <summary>A contract as the OData parser sees it.</summary>
/// <param name="Model">The schema.</param>
/// <param name="Entity">The contract in it.</param>
/// <param name="IsSearchable">Whether lists of it can be searched.</param>
/// <param name="OnDemand">Its members that are sent only when they are named.</param>
internal sealed record EdmModelOf(IEdmModel Model, IEdmEntityType Entity, bool IsSearchable, IReadOnlySet<string> OnDemand);
