using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Regent.Storage.Accounts;
using Regent.Storage.Conventions;
using Regent.Storage.Mappings;

namespace Regent.Storage;

/// <summary>All of Regent's tables. One derived type per database, so that each has its own migrations.</summary>
public abstract class RegentDb(DbContextOptions options) : IdentityUserContext<Account, Guid>(options), IDataProtectionKeyContext
{
    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    public DbSet<StoredPasswordLink> PasswordLinks => Set<StoredPasswordLink>();

    public DbSet<SetUpCode> SetUpCodes => Set<SetUpCode>();

    public DbSet<EndedSession> EndedSessions => Set<EndedSession>();

    public DbSet<TokenKey> TokenKeys => Set<TokenKey>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override Version SchemaVersion => IdentitySchemaVersions.Version3;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Conventions.Add(_ => new SnakeCaseNames());
    }

    // Identity's own mapping is not called: it depends on options that design-time tools and tests do not have, and
    // brings tables and columns that nothing here uses.
    protected override void OnModelCreating(ModelBuilder builder)
    {
        builder.Ignore<IdentityUserClaim<Guid>>().Ignore<IdentityUserLogin<Guid>>().Ignore<IdentityUserToken<Guid>>();
        builder.ApplyConfiguration(new AccountMapping());
        builder.ApplyConfiguration(new AccountPasskeyMapping());
        builder.ApplyConfiguration(new RecoveryCodeMapping());
        builder.ApplyConfiguration(new PasswordLinkMapping());
        builder.ApplyConfiguration(new SetUpCodeMapping());
        builder.ApplyConfiguration(new EndedSessionMapping());
        builder.ApplyConfiguration(new DataProtectionKeyMapping());
        builder.ApplyConfiguration(new TokenKeyMapping());
        builder.ApplyConfiguration(new TenantMapping());
        ApplyApps(builder);
        ApplyDirectory(builder);
        ApplyRequests(builder);
        ApplyTargets(builder);
        ApplySsh(builder);
    }

    private static void ApplyApps(ModelBuilder builder) => builder
        .ApplyConfiguration(new AppMapping())
        .ApplyConfiguration(new AppAuthorizationMapping())
        .ApplyConfiguration(new AppTokenMapping());

    private static void ApplyDirectory(ModelBuilder builder) => builder
        .ApplyConfiguration(new PrincipalMapping())
        .ApplyConfiguration(new MembershipMapping())
        .ApplyConfiguration(new RoleMapping())
        .ApplyConfiguration(new ScopeMapping())
        .ApplyConfiguration(new PolicyMapping())
        .ApplyConfiguration(new PolicyApproverMapping());

    private static void ApplyRequests(ModelBuilder builder) => builder
        .ApplyConfiguration(new ScheduleMapping())
        .ApplyConfiguration(new RequestMapping())
        .ApplyConfiguration(new AuditMapping())
        .ApplyConfiguration(new AlertMapping())
        .ApplyConfiguration(new AlertOperationMapping())
        .ApplyConfiguration(new AgendaMapping())
        .ApplyConfiguration(new MailMapping());

    private static void ApplyTargets(ModelBuilder builder) => builder
        .ApplyConfiguration(new TargetMapping())
        .ApplyConfiguration(new TargetMappingMapping())
        .ApplyConfiguration(new TargetHealthMapping())
        .ApplyConfiguration(new LedgerMapping())
        .ApplyConfiguration(new ReceiptMapping())
        .ApplyConfiguration(new DriftMapping())
        .ApplyConfiguration(new OriginMapping())
        .ApplyConfiguration(new SourceStateMapping())
        .ApplyConfiguration(new WakeUpMapping());

    private static void ApplySsh(ModelBuilder builder) => builder
        .ApplyConfiguration(new SshKeyMapping())
        .ApplyConfiguration(new SshPermitMapping())
        .ApplyConfiguration(new SshCertificateMapping());
}
