using System.Runtime.InteropServices;

namespace Regent.Targets.Ldap;

/// <summary>
/// Options of OpenLDAP's client library that <c>System.DirectoryServices.Protocols</c> does not offer. The library gives what is set for
/// the whole process to each connection when it is made.
/// </summary>
internal static class LibLdap
{
    private const int ApiTimeout = 0x5002;
    private const int NetworkTimeout = 0x5005;
    private const int AuthoritiesFile = 0x6002;
    private const int DemandsCertificate = 0x6006;
    private const int Always = 2;

    private static readonly string[] Names = ["libldap-2.5.so.0", "libldap.so.2", "libldap-2.6.so.0", "libldap-2.4.so.2", "libldap.dylib"];
    private static readonly string[] Bundles = ["/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/cert.pem"];
    private static readonly Lock Gate = new();
    private static readonly SetOption? Set = Load();

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int SetOption(nint connection, int option, nint value);

    /// <summary>Whether the library is on this machine.</summary>
    public static bool IsThere => Set is not null;

    /// <summary>
    /// Makes a connection that never waits longer than this for the network, and that trusts no server without a certificate of one of
    /// this machine's authorities, unless it is given others.
    /// </summary>
    public static T With<T>(TimeSpan timeout, Func<T> make)
    {
        lock (Gate)
        {
            SetTime(ApiTimeout, timeout);
            SetTime(NetworkTimeout, timeout);
            SetNumber(DemandsCertificate, Always);
            SetText(AuthoritiesFile, Bundles.FirstOrDefault(File.Exists));
            return make();
        }
    }

    private static SetOption? Load()
    {
        foreach (var name in Names)
        {
            if (NativeLibrary.TryLoad(name, out var library) && NativeLibrary.TryGetExport(library, "ldap_set_option", out var address))
            {
                return Marshal.GetDelegateForFunctionPointer<SetOption>(address);
            }
        }

        return null;
    }

    private static void SetTime(int option, TimeSpan time) => SetBytes(option, [(long)time.TotalSeconds, 0]);

    private static void SetNumber(int option, int number)
    {
        var place = Marshal.AllocHGlobal(sizeof(int));
        Marshal.WriteInt32(place, number);
        SetAndFree(option, place);
    }

    // An empty text is none.
    private static void SetText(int option, string? text) => SetAndFree(option, Marshal.StringToHGlobalAnsi(text ?? ""));

    private static void SetBytes(int option, long[] words)
    {
        var place = Marshal.AllocHGlobal(words.Length * sizeof(long));
        Marshal.Copy(words, 0, place, words.Length);
        SetAndFree(option, place);
    }

    private static void SetAndFree(int option, nint place)
    {
        try
        {
            if (Set!(0, option, place) != 0)
            {
                throw new InvalidOperationException($"Option {option:x} of the LDAP library could not be set.");
            }
        }
        finally
        {
            Marshal.FreeHGlobal(place);
        }
    }
}
