using System.Text;
using System.Text.Json;
using System.Xml;
using Microsoft.OData.Edm.Csdl;
using Microsoft.OData.Edm.Validation;

namespace Regent.Api.Graph.Metadata;

/// <summary>The schema in its two written forms.</summary>
internal static class SchemaDocument
{
    private static readonly Lazy<byte[]> WrittenXml = new(WriteXml);
    private static readonly Lazy<byte[]> WrittenJson = new(WriteJson);

    public static byte[] Xml => WrittenXml.Value;

    public static byte[] Json => WrittenJson.Value;

    private static byte[] WriteXml()
    {
        using var written = new MemoryStream();
        using (var writer = XmlWriter.Create(written, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }))
        {
            _ = CsdlWriter.TryWriteCsdl(GraphSchema.Model, writer, CsdlTarget.OData, out var errors);
            Check(errors);
        }

        return written.ToArray();
    }

    private static byte[] WriteJson()
    {
        using var written = new MemoryStream();
        using (var writer = new Utf8JsonWriter(written))
        {
            _ = CsdlWriter.TryWriteCsdl(GraphSchema.Model, writer, out var errors);
            Check(errors);
        }

        return written.ToArray();
    }

    private static void Check(IEnumerable<EdmError> errors)
    {
        if (errors.FirstOrDefault() is { } error)
        {
            throw new InvalidOperationException($"The schema cannot be written: {error.ErrorMessage}");
        }
    }
}
