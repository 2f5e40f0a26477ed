using OpenIddict.EntityFrameworkCore.Models;

namespace Regent.Storage.Rows;

/// <summary>That a token or a code was issued, and whether it is still good.</summary>
internal sealed class AppTokenRow : OpenIddictEntityFrameworkCoreToken<Guid, AppRow, AppAuthorizationRow>;
