using System.Security.Cryptography;
using System.Text;
using Regent.Core.Targets;

namespace Regent.Storage.Rows;

/// <summary>Who has what as one short text: both names may be longer than an index takes.</summary>
internal static class HoldingKey
{
    public static string Of(Holding holding) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{holding.Account}\0{holding.Entitlement}")));
}
