using OpenIddict.EntityFrameworkCore.Models;

namespace Regent.Storage.Rows;

/// <summary>What somebody let a registered program do for them: remembered for the next time, or for one sign-in.</summary>
internal sealed class AppAuthorizationRow : OpenIddictEntityFrameworkCoreAuthorization<Guid, AppRow, AppTokenRow>;
