using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regent.Storage.Migrations.Sqlite
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
                    target_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    serial = table.Column<long>(type: "INTEGER", nullable: false),
                    account = table.Column<string>(type: "TEXT", nullable: false),
                    key_id = table.Column<string>(type: "TEXT", nullable: false),
                    principals = table.Column<string>(type: "TEXT", nullable: false),
                    fingerprint = table.Column<string>(type: "TEXT", nullable: false),
                    valid_from = table.Column<long>(type: "INTEGER", nullable: false),
                    valid_to = table.Column<long>(type: "INTEGER", nullable: false),
                    issued_at = table.Column<long>(type: "INTEGER", nullable: false),
                    revoked_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ssh_certificates", x => new { x.target_id, x.serial });
                });

            migrationBuilder.CreateTable(
                name: "ssh_keys",
                columns: table => new
                {
                    target_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    locked = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ssh_keys", x => x.target_id);
                });

            migrationBuilder.CreateTable(
                name: "ssh_permits",
                columns: table => new
                {
                    target_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account = table.Column<string>(type: "TEXT", nullable: false),
                    principal = table.Column<string>(type: "TEXT", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: true)
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
