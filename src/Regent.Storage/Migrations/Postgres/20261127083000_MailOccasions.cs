using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Regent.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class MailOccasions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_mails_request_id_recipient_id_kind",
                table: "mails");

            migrationBuilder.AddColumn<string>(
                name: "address",
                table: "mails",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "occasion",
                table: "mails",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.CreateIndex(
                name: "ix_mails_recipient_id_kind_occasion",
                table: "mails",
                columns: new[] { "recipient_id", "kind", "occasion" },
                unique: true,
                filter: "request_id is null and occasion <> ''");

            migrationBuilder.CreateIndex(
                name: "ix_mails_request_id_recipient_id_address_kind_occasion",
                table: "mails",
                columns: new[] { "request_id", "recipient_id", "address", "kind", "occasion" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_mails_recipient_id_kind_occasion",
                table: "mails");

            migrationBuilder.DropIndex(
                name: "ix_mails_request_id_recipient_id_address_kind_occasion",
                table: "mails");

            migrationBuilder.DropColumn(
                name: "address",
                table: "mails");

            migrationBuilder.DropColumn(
                name: "occasion",
                table: "mails");

            migrationBuilder.CreateIndex(
                name: "ix_mails_request_id_recipient_id_kind",
                table: "mails",
                columns: new[] { "request_id", "recipient_id", "kind" },
                unique: true);
        }
    }
}
