using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regent.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SshDesk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ssh_certificates",
                columns: table => new
                {
                    target_id = table.Column<Guid>(type: "uuid", nullable: false),
                    serial = table.Column<long>(type: "bigint", nullable: false),
                    account = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    key_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    principals = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    fingerprint = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    valid_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    valid_to = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    issued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ssh_certificates", x => new { x.target_id, x.serial });
                });

            migrationBuilder.CreateTable(
                name: "ssh_keys",
                columns: table => new
                {
                    target_id = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    locked = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ssh_keys", x => x.target_id);
                });

            migrationBuilder.CreateTable(
                name: "ssh_permits",
                columns: table => new
                {
                    target_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    principal = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ssh_permits", x => new { x.target_id, x.account, x.principal });
                });

            migrationBuilder.CreateIndex(
                name: "ix_ssh_certificates_target_id_account_valid_to",
                table: "ssh_certificates",
                columns: new[] { "target_id", "account", "valid_to" },
                filter: "revoked_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_ssh_certificates_target_id_issued_at_serial",
                table: "ssh_certificates",
                columns: new[] { "target_id", "issued_at", "serial" });

            migrationBuilder.CreateIndex(
                name: "ix_ssh_certificates_target_id_valid_to",
                table: "ssh_certificates",
                columns: new[] { "target_id", "valid_to" },
                filter: "revoked_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_ssh_permits_target_id_principal",
                table: "ssh_permits",
                columns: new[] { "target_id", "principal" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ssh_certificates");

            migrationBuilder.DropTable(
                name: "ssh_keys");

            migrationBuilder.DropTable(
                name: "ssh_permits");
        }
    }
}
