namespace Regent.Targets.Ldap;

/// <summary>The families of directories that differ in how groups are kept.</summary>
internal enum LdapFlavour
{
    OpenLdap,
    ActiveDirectory,
}
