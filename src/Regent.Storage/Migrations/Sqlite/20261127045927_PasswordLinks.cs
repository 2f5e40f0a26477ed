using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regent.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PasswordLinks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            RebuildMails(migrationBuilder, mayHaveNoRequest: true);

            migrationBuilder.CreateTable(
                name: "account_password_links",
                columns: table => new
                {
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    stamp = table.Column<string>(type: "TEXT", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_password_links", x => x.hash);
                });

            migrationBuilder.CreateIndex(
                name: "ix_account_password_links_account_id",
                table: "account_password_links",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_account_password_links_expires_at",
                table: "account_password_links",
                column: "expires_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "account_password_links");

            RebuildMails(migrationBuilder, mayHaveNoRequest: false);
        }

        // SQLite changes no column. The generated rebuild turns foreign keys off, which no transaction allows, and a server killed
        // on the way would leave half of it; nothing refers to this table, so it is rebuilt within the migration's transaction.
        private static void RebuildMails(MigrationBuilder migrationBuilder, bool mayHaveNoRequest)
        {
            migrationBuilder.CreateTable(
                name: "new_mails",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    recipient_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    request_id = table.Column<Guid>(type: "TEXT", nullable: mayHaveNoRequest),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    sent_at = table.Column<long>(type: "INTEGER", nullable: true),
                    kept_subject = table.Column<string>(type: "TEXT", nullable: true),
                    kept_html = table.Column<string>(type: "TEXT", nullable: true),
                    kept_text = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mails", x => x.id);
                });

            migrationBuilder.Sql(
                """
                insert into new_mails (id, kind, recipient_id, request_id, created_at, sent_at, kept_subject, kept_html, kept_text)
                select id, kind, recipient_id, request_id, created_at, sent_at, kept_subject, kept_html, kept_text from mails
                """ + (mayHaveNoRequest ? "" : " where request_id is not null"));

            migrationBuilder.DropTable(
                name: "mails");

            migrationBuilder.RenameTable(
                name: "new_mails",
                newName: "mails");

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
        }
    }
}
