using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Regent.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "accounts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    totp_secret = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    last_totp_step = table.Column<long>(type: "bigint", nullable: true),
                    user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false, collation: "C"),
                    normalized_user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false, collation: "C"),
                    password_hash = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    security_stamp = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    concurrency_stamp = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    lockout_end = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    access_failed_count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accounts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "agenda",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<Guid>(type: "uuid", nullable: false),
                    due = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    last_error = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    failing_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agenda", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audit_entries",
                columns: table => new
                {
                    number = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    activity = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    result = table.Column<string>(type: "text", nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: true),
                    role_id = table.Column<Guid>(type: "uuid", nullable: true),
                    scope = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    correlation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    details = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_entries", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "data_protection_keys",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    friendly_name = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    xml = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_protection_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "mails",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    recipient_id = table.Column<Guid>(type: "uuid", nullable: false),
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    kept_subject = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    kept_html = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    kept_text = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mails", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "policies",
                columns: table => new
                {
                    role_id = table.Column<Guid>(type: "uuid", nullable: false),
                    scope = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    version = table.Column<int>(type: "integer", nullable: false),
                    is_current = table.Column<bool>(type: "boolean", nullable: false),
                    activation = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    eligibility = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    assignment = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    modified_by = table.Column<Guid>(type: "uuid", nullable: true),
                    modified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_policies", x => new { x.role_id, x.scope, x.version });
                });

            migrationBuilder.CreateTable(
                name: "policy_approvers",
                columns: table => new
                {
                    role_id = table.Column<Guid>(type: "uuid", nullable: false),
                    scope = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    principal_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_policy_approvers", x => new { x.role_id, x.scope, x.principal_id });
                });

            migrationBuilder.CreateTable(
                name: "principals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    display_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    user_principal_name = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    folded_name = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    mail = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    job_title = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    department = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    is_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    sort_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    search_text = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_principals", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "role_definitions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    display_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    description = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    is_privileged = table.Column<bool>(type: "boolean", nullable: false),
                    is_built_in = table.Column<bool>(type: "boolean", nullable: false),
                    sort_name = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_role_definitions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "set_up_codes",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_set_up_codes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "account_passkeys",
                columns: table => new
                {
                    credential_id = table.Column<byte[]>(type: "bytea", maxLength: 1024, nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    data = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_passkeys", x => x.credential_id);
                    table.ForeignKey(
                        name: "fk_account_passkeys_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account_recovery_codes",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_recovery_codes", x => new { x.account_id, x.hash });
                    table.ForeignKey(
                        name: "fk_account_recovery_codes_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "memberships",
                columns: table => new
                {
                    group_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_memberships", x => new { x.group_id, x.member_id });
                    table.ForeignKey(
                        name: "fk_memberships_principals_group_id",
                        column: x => x.group_id,
                        principalTable: "principals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_memberships_principals_member_id",
                        column: x => x.member_id,
                        principalTable: "principals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    action = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    principal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role_id = table.Column<Guid>(type: "uuid", nullable: false),
                    scope = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    created_by = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    start = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    never_expires = table.Column<bool>(type: "boolean", nullable: false),
                    asked_end = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    asked_duration = table.Column<long>(type: "bigint", nullable: true),
                    duration = table.Column<long>(type: "bigint", nullable: true),
                    justification = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ticket_number = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ticket_system = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    had_fresh_mfa = table.Column<bool>(type: "boolean", nullable: false),
                    policy_version = table.Column<int>(type: "integer", nullable: false),
                    approval_expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_yes = table.Column<bool>(type: "boolean", nullable: true),
                    decision_justification = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    schedule_id = table.Column<Guid>(type: "uuid", nullable: true),
                    removes_permanent = table.Column<bool>(type: "boolean", nullable: false),
                    completed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_requests", x => x.id);
                    table.ForeignKey(
                        name: "fk_requests_principals_principal_id",
                        column: x => x.principal_id,
                        principalTable: "principals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_requests_role_definitions_role_id",
                        column: x => x.role_id,
                        principalTable: "role_definitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "schedules",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false),
                    principal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role_id = table.Column<Guid>(type: "uuid", nullable: false),
                    scope = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    start = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    planned_end = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    effective_end = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    activated_using = table.Column<Guid>(type: "uuid", nullable: true),
                    principal_sort = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    role_sort = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_schedules", x => x.id);
                    table.ForeignKey(
                        name: "fk_schedules_principals_principal_id",
                        column: x => x.principal_id,
                        principalTable: "principals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_schedules_role_definitions_role_id",
                        column: x => x.role_id,
                        principalTable: "role_definitions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_account_passkeys_account_id",
                table: "account_passkeys",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_accounts_normalized_user_name",
                table: "accounts",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_agenda_due_id",
                table: "agenda",
                columns: new[] { "due", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_agenda_failing_since_id",
                table: "agenda",
                columns: new[] { "failing_since", "id" },
                filter: "failing_since is not null");

            migrationBuilder.CreateIndex(
                name: "ix_agenda_kind_subject",
                table: "agenda",
                columns: new[] { "kind", "subject" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_activity_at_number",
                table: "audit_entries",
                columns: new[] { "activity", "at", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_actor_id_at_number",
                table: "audit_entries",
                columns: new[] { "actor_id", "at", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_at_number",
                table: "audit_entries",
                columns: new[] { "at", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_correlation_id_at_number",
                table: "audit_entries",
                columns: new[] { "correlation_id", "at", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_role_id_at_number",
                table: "audit_entries",
                columns: new[] { "role_id", "at", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_subject_id_at_number",
                table: "audit_entries",
                columns: new[] { "subject_id", "at", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_mails_recipient_id_created_at_id",
                table: "mails",
                columns: new[] { "recipient_id", "created_at", "id" },
                filter: "kept_subject is not null");

            migrationBuilder.CreateIndex(
                name: "ix_mails_request_id_recipient_id_kind",
                table: "mails",
                columns: new[] { "request_id", "recipient_id", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_memberships_member_id_group_id",
                table: "memberships",
                columns: new[] { "member_id", "group_id" });

            migrationBuilder.CreateIndex(
                name: "ix_policies_role_id_scope",
                table: "policies",
                columns: new[] { "role_id", "scope" },
                unique: true,
                filter: "is_current");

            migrationBuilder.CreateIndex(
                name: "ix_policy_approvers_principal_id",
                table: "policy_approvers",
                column: "principal_id");

            migrationBuilder.CreateIndex(
                name: "ix_principals_folded_name",
                table: "principals",
                column: "folded_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_principals_sort_name_id",
                table: "principals",
                columns: new[] { "sort_name", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_requests_created_at_id",
                table: "requests",
                columns: new[] { "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_requests_created_by_created_at_id",
                table: "requests",
                columns: new[] { "created_by", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_requests_principal_id_created_at_id",
                table: "requests",
                columns: new[] { "principal_id", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_requests_principal_id_role_id_scope_kind",
                table: "requests",
                columns: new[] { "principal_id", "role_id", "scope", "kind" },
                unique: true,
                filter: "status = 'PendingApproval'");

            migrationBuilder.CreateIndex(
                name: "ix_requests_role_id",
                table: "requests",
                column: "role_id");

            migrationBuilder.CreateIndex(
                name: "ix_requests_schedule_id",
                table: "requests",
                column: "schedule_id");

            migrationBuilder.CreateIndex(
                name: "ix_requests_status_created_at_id",
                table: "requests",
                columns: new[] { "status", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_role_definitions_sort_name_id",
                table: "role_definitions",
                columns: new[] { "sort_name", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_schedules_activated_using",
                table: "schedules",
                column: "activated_using");

            migrationBuilder.CreateIndex(
                name: "ix_schedules_kind_effective_end_id",
                table: "schedules",
                columns: new[] { "kind", "effective_end", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_schedules_kind_principal_sort_id",
                table: "schedules",
                columns: new[] { "kind", "principal_sort", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_schedules_kind_role_sort_id",
                table: "schedules",
                columns: new[] { "kind", "role_sort", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_schedules_kind_start_id",
                table: "schedules",
                columns: new[] { "kind", "start", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_schedules_principal_id_kind_effective_end",
                table: "schedules",
                columns: new[] { "principal_id", "kind", "effective_end" });

            migrationBuilder.CreateIndex(
                name: "ix_schedules_role_id_kind_effective_end",
                table: "schedules",
                columns: new[] { "role_id", "kind", "effective_end" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "account_passkeys");

            migrationBuilder.DropTable(
                name: "account_recovery_codes");

            migrationBuilder.DropTable(
                name: "agenda");

            migrationBuilder.DropTable(
                name: "audit_entries");

            migrationBuilder.DropTable(
                name: "data_protection_keys");

            migrationBuilder.DropTable(
                name: "mails");

            migrationBuilder.DropTable(
                name: "memberships");

            migrationBuilder.DropTable(
                name: "policies");

            migrationBuilder.DropTable(
                name: "policy_approvers");

            migrationBuilder.DropTable(
                name: "requests");

            migrationBuilder.DropTable(
                name: "schedules");

            migrationBuilder.DropTable(
                name: "set_up_codes");

            migrationBuilder.DropTable(
                name: "accounts");

            migrationBuilder.DropTable(
                name: "principals");

            migrationBuilder.DropTable(
                name: "role_definitions");
        }
    }
}
